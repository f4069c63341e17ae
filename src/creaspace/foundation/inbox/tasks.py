from creaspace.foundation.inbox import work
from creaspace.foundation.records.tasks import Running, task


@task
def deliver(_run: Running, mail_id: int) -> str:
    """Send one e-mail of the outbox."""
    return work.deliver_mail(mail_id)
