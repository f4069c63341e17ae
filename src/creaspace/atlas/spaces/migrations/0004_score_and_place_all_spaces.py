"""Give every space its score and its place on the map, and let the next tick put it in the atlas."""

from django.db import migrations
from django.utils import timezone

from creaspace.atlas.spaces.morton import code_of
from creaspace.atlas.spaces.scoring import score_of

BATCH = 500


def fill(apps, schema_editor):
    Space = apps.get_model("spaces", "Space")
    Waiting = apps.get_model("spaces", "Waiting")
    apps.get_model("spaces", "Edition").objects.get_or_create(
        pk=1, defaults={"number": 0, "changed_at": timezone.now()}
    )
    last = 0
    spaces = Space.objects.order_by("pk").select_related("city").prefetch_related("activities")
    while batch := list(spaces.filter(pk__gt=last)[:BATCH]):
        for space in batch:
            _measure(space)
        Space.objects.bulk_update(batch, ["score", "code"])
        Waiting.objects.bulk_create(Waiting(space_key=space.pk) for space in batch)
        last = batch[-1].pk


def _measure(space):
    activities = len(space.activities.all())
    space.score = score_of(lambda name: getattr(space, name), activities=activities)
    if space.longitude is not None:
        space.code = code_of(space.longitude, space.latitude)
    elif space.city is not None:
        space.code = code_of(space.city.longitude, space.city.latitude)


def empty(apps, schema_editor):
    apps.get_model("spaces", "Waiting").objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [("spaces", "0003_indexes_of_the_atlas")]

    operations = [migrations.RunPython(fill, empty)]
