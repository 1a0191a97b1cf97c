/** A run of words inside a paragraph: plain, bold, or a word of the glossary. */
export interface Span {
  text: string;
  bold?: true;
  /** The id of the glossary entry. */
  term?: string;
}

/** A piece of a text card. */
export type RichBlock = { kind: 'heading' | 'paragraph'; spans: Span[] } | { kind: 'list'; items: Span[][] };

const SPAN = /\*\*([^*]+)\*\*|\[([^\]|]+)\|([a-z0-9-]+)\]/g;

function spansOf(line: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of line.matchAll(SPAN)) {
    if (match.index > at) spans.push({ text: line.slice(at, match.index) });
    spans.push(match[1] === undefined ? { text: match[2] ?? '', term: match[3] ?? '' } : { text: match[1], bold: true });
    at = match.index + match[0].length;
  }
  return at < line.length ? [...spans, { text: line.slice(at) }] : spans;
}

/**
 * Reads the light marks of a text card: `# heading`, `- item`, `**bold**`, `[word|glossary-id]`; each line is a paragraph.
 * Anything else is shown as it stands, so no text can break a card.
 */
export function readRich(text: string): RichBlock[] {
  const blocks: RichBlock[] = [];
  for (const line of text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const last = blocks.at(-1);
    if (line.startsWith('# ')) blocks.push({ kind: 'heading', spans: spansOf(line.slice(2)) });
    else if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', spans: spansOf(line) });
    else if (last?.kind === 'list') last.items.push(spansOf(line.slice(2)));
    else blocks.push({ kind: 'list', items: [spansOf(line.slice(2))] });
  }
  return blocks;
}

/** The words of a rich text without its marks: for search, voice and counting. */
export function plainText(text: string): string {
  const words = (spans: Span[]): string => spans.map((span) => span.text).join('');
  return readRich(text)
    .flatMap((block) => (block.kind === 'list' ? block.items.map(words) : [words(block.spans)]))
    .join('\n');
}
