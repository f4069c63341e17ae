"""What the atlas keeps of the spaces that show, so that lists, maps and counts come at once.

All of it follows from the spaces and can be made anew: `creaspace rebuild_atlas`. Nobody reads
these rows but `finding`, and nobody writes them but `work`.
"""

from django.db import models

from creaspace.atlas.spaces.models.space import Space


class TraitName(models.Model):
    """What a trait's number stands for."""

    number = models.BigIntegerField(primary_key=True)
    facet = models.CharField(max_length=40)
    value = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class TraitSet(models.Model):
    """A set of traits that occurs, whole or one part of it; spaces share it. It never changes."""

    number = models.BigIntegerField(primary_key=True)
    traits = models.TextField()  # one in each line

    def __str__(self) -> str:
        return self.traits.replace("\n", ", ")


class TraitSetMember(models.Model):
    """A trait is in a part of sets: what a filter asks for."""

    pk = models.CompositePrimaryKey("trait_set", "trait")
    trait_set = models.BigIntegerField()
    trait = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["trait", "trait_set"], name="member_by_trait")]

    def __str__(self) -> str:
        return f"{self.trait} in {self.trait_set}"


class Spot(models.Model):
    """A space that shows, as the atlas lists, draws and counts it.

    It stays behind when its space is deleted, so that the cells can be put right; no answer shows
    a spot without its space. Indexes by engine are made in the migrations.
    """

    space = models.OneToOneField(
        Space, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="spot"
    )
    code = models.BigIntegerField(null=True)  # empty: nobody knows where
    longitude_e6 = models.IntegerField(default=0)  # millionths of a degree, WGS 84
    latitude_e6 = models.IntegerField(default=0)
    mark = models.CharField(max_length=8, blank=True)  # building, district, city, moves
    score = models.PositiveSmallIntegerField(default=0)
    kind = models.BigIntegerField(default=0)  # numbers of traits
    country = models.BigIntegerField(default=0)
    trait_set = models.BigIntegerField()
    part_a = models.BigIntegerField(default=0)  # the set in three parts, by facet: what is counted
    part_b = models.BigIntegerField(default=0)
    part_c = models.BigIntegerField(default=0)
    sort_name = models.CharField(max_length=80)
    changed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.sort_name


class Cell(models.Model):
    """How many spaces with one trait a square of the map holds, and the sums of their positions.

    Level 0 is the whole world and counts spaces without a position too. `keys` is the sum of the
    keys of the spaces: where there is one space, its key.
    """

    pk = models.CompositePrimaryKey("level", "trait", "cell")
    level = models.SmallIntegerField()
    trait = models.BigIntegerField()
    cell = models.BigIntegerField()
    count = models.BigIntegerField()
    longitude_e6 = models.BigIntegerField()
    latitude_e6 = models.BigIntegerField()
    keys = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["level", "cell", "trait", "count"], name="cell_by_place"),
        ]

    def __str__(self) -> str:
        return f"{self.level}/{self.cell}: {self.count}"


class Waiting(models.Model):
    """A space whose spot may no longer be right; written with the change, gone when it is."""

    space_key = models.BigIntegerField()

    def __str__(self) -> str:
        return str(self.space_key)


class Edition(models.Model):
    """How often the atlas changed, in its only row: whoever changes it holds this row first."""

    number = models.BigIntegerField(default=0)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.number)
