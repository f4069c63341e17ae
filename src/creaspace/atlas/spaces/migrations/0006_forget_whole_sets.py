"""Take every space out of the atlas, to be placed again by the next tick: sets come in parts now."""

from django.db import migrations

BATCH = 1000


def forget_all_sets(apps, schema_editor):
    """Members of whole sets are no longer asked for; the next tick places every space again."""
    apps.get_model("spaces", "TraitSetMember").objects.all().delete()
    apps.get_model("spaces", "TraitSet").objects.all().delete()
    apps.get_model("spaces", "Cell").objects.all().delete()
    Spot = apps.get_model("spaces", "Spot")
    Waiting = apps.get_model("spaces", "Waiting")
    while keys := list(Spot.objects.values_list("pk", flat=True)[:BATCH]):
        Waiting.objects.bulk_create(Waiting(space_key=key) for key in keys)
        Spot.objects.filter(pk__in=keys).delete()


class Migration(migrations.Migration):

    dependencies = [("spaces", "0005_saved_searches")]

    operations = [migrations.RunPython(forget_all_sets, forget_all_sets)]
