from creaspace.foundation.files import work
from creaspace.foundation.files.models import File
from creaspace.foundation.records.tasks import Running, task


@task
def make_derivatives(_run: Running, file_id: int) -> int:
    """Make what is shown of a file; nothing to do if it was removed meanwhile."""
    file = File.objects.filter(pk=file_id).first()
    return work.make_derivatives(file) if file else 0
