/** The spaces of the tiles in view, fetched once each. */
import type { Cell, Space } from "./merging";
import type { Tile } from "./projection";

export interface Answer {
  cells: Cell[];
  spaces: Space[];
  exact: boolean;
}

export type Ask = (address: string, signal: AbortSignal) => Promise<Answer>;

const KEPT = 400; // tiles; at some 3 kB each a map stays small however long one travels
/** Parameters of the page that say how it is shown, not which spaces it holds. */
const OF_THE_PAGE = ["box", "page", "sort", "at"];

/**
 * The page's own question, for tiles: they are boxes themselves, and need no order. With `known`
 * names only those are asked: the data refuses what it does not know, a page does not.
 */
export function questionOf(search: string, known: readonly string[] = []): string {
  const isAsked = (name: string) =>
    known.length ? known.includes(name) : !OF_THE_PAGE.includes(name);
  const asked = [...new URLSearchParams(search)].filter(([name, value]) => value && isAsked(name));
  return new URLSearchParams(asked).toString();
}

export function tileAddress(pattern: string, { z, x, y }: Tile, question: string): string {
  const address = pattern
    .replace("{z}", String(z))
    .replace("{x}", String(x))
    .replace("{y}", String(y));
  return question ? `${address}?${question}` : address;
}

export class Tiles {
  private readonly answers = new Map<string, Answer>();
  private readonly asked = new Map<string, { stop: AbortController; answer: Promise<void> }>();
  private question = "";

  constructor(
    private readonly pattern: string,
    private readonly ask: Ask,
  ) {}

  /** Another question makes all answers old; whether it is another one. */
  about(question: string): boolean {
    if (question === this.question) return false;
    this.question = question;
    this.answers.clear();
    this.stop(() => true);
    return true;
  }

  /** Fetch what is missing of these tiles and give up on others; fails if one could not be had. */
  async want(tiles: readonly Tile[]): Promise<void> {
    const wanted = new Set(tiles.map((tile) => this.address(tile)));
    this.stop((address) => !wanted.has(address));
    const fetched = [...wanted].filter((address) => !this.answers.has(address));
    await Promise.all(fetched.map((address) => this.fetch(address)));
  }

  private address(tile: Tile): string {
    return tileAddress(this.pattern, tile, this.question);
  }

  private stop(unwanted: (address: string) => boolean): void {
    for (const [address, { stop }] of this.asked) {
      if (!unwanted(address)) continue;
      stop.abort();
      this.asked.delete(address);
    }
  }

  private fetch(address: string): Promise<void> {
    const running = this.asked.get(address);
    if (running) return running.answer;
    const stop = new AbortController();
    const answer = this.ask(address, stop.signal)
      .then((told) => this.keep(address, told))
      .finally(() => {
        if (this.asked.get(address)?.stop === stop) this.asked.delete(address);
      });
    this.asked.set(address, { stop, answer });
    return answer;
  }

  private keep(address: string, told: Answer): void {
    this.answers.set(address, told);
    const [oldest] = this.answers.keys();
    if (this.answers.size > KEPT && oldest) this.answers.delete(oldest);
  }

  /** All that is known of these tiles. */
  read(tiles: readonly Tile[]): Answer {
    const known = tiles.map((tile) => this.answers.get(this.address(tile))).filter(isTold);
    return {
      cells: known.flatMap(({ cells }) => cells),
      spaces: known.flatMap(({ spaces }) => spaces),
      exact: known.every(({ exact }) => exact),
    };
  }
}

function isTold(answer: Answer | undefined): answer is Answer {
  return answer !== undefined;
}

/** An answer of our own server; what it refuses is an error like a lost line. */
export async function askServer(address: string, signal: AbortSignal): Promise<Answer> {
  const answer = await fetch(address, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  const told = (await answer.json()) as Partial<Answer>;
  return { cells: told.cells ?? [], spaces: told.spaces ?? [], exact: told.exact ?? true };
}
