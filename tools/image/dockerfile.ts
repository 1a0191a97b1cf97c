/** One instruction of a Dockerfile. */
export interface Instruction {
  readonly name: string;
  readonly rest: string;
}

/** One stage of a Dockerfile, from its FROM line on. */
export interface Stage {
  readonly from: string;
  readonly name: string;
  readonly steps: readonly Instruction[];
}

/** Reads a Dockerfile into its stages. */
export function stagesOf(text: string): Stage[] {
  const lines = text
    .replace(/^\s*#.*\n/gm, '')
    .replace(/\\\n/g, ' ')
    .split('\n');
  const stages: { from: string; name: string; steps: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line.trim()) ?? [];
    if (name === 'FROM') {
      const [from = '', , stage = String(stages.length)] = rest.split(/\s+/);
      stages.push({ from, name: stage, steps: [] });
    } else if (name) stages.at(-1)?.steps.push({ name, rest: rest.trim() });
  }
  return stages;
}
