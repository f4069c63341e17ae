from creaspace.core.verdicts import YES, no
from creaspace.core.viewer import STRANGER
from creaspace.foundation.files.models import File
from creaspace.foundation.files.rules import MOST_FILES, can_add_file, can_change_file
from creaspace.foundation.people.models import Person


def test_stranger_may_not_add_a_picture():
    verdict = can_add_file(STRANGER, relation=YES)

    assert not verdict
    assert verdict.reason == "Sign in to add a picture."


def test_member_adds_a_picture_where_the_room_of_the_record_lets_them(member: Person):
    refusal = no("You do not look after this space.")

    assert can_add_file(member, relation=YES)
    assert can_add_file(member, relation=refusal) == refusal


def test_nobody_adds_more_pictures_than_a_record_shows(member: Person):
    assert can_add_file(member, relation=YES, present=MOST_FILES - 1)
    assert not can_add_file(member, relation=YES, present=MOST_FILES)


def test_who_added_a_picture_may_change_it_and_others_only_by_relation(
    member: Person, other: Person
):
    file, refusal = File(by_id=member.pk), no("You do not look after this space.")

    assert can_change_file(member, file, relation=refusal)
    assert can_change_file(other, file, relation=refusal) == refusal
    assert can_change_file(other, file, relation=YES)
    assert not can_change_file(STRANGER, file, relation=YES)
