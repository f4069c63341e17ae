/**
 * A form that changes something is sent once, however often its button is pressed.
 *
 * The second press would take back the first, and be told that the link is used or the name taken.
 */
export class Sent<Form extends object> {
  private sent = new WeakMap<Form, number>();

  /** Whether this press is the first for a while; after it the reader may have come to a stop. */
  isFirst(form: Form, now: number): boolean {
    const before = this.sent.get(form);
    if (before !== undefined && now - before < AGAIN_MS) return false;
    this.sent.set(form, now);
    return true;
  }

  /** A page that the reader came back to is as if nothing had been sent. */
  forget(): void {
    this.sent = new WeakMap();
  }
}

export const AGAIN_MS = 25_000; // longer than the server waits for a busy database
