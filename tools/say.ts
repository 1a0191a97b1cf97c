/** Trouble that a person can do something about: told in Khmer and English, without a stack. */
export class Trouble extends Error {
  readonly khmer: string;

  constructor(khmer: string, english: string) {
    super(english);
    this.khmer = khmer;
  }
}

const began = performance.now();

/** One line of progress, with the seconds since the command began. */
export function say(line: string): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${seconds} s  ${line}`);
}

/** Tells trouble and gives the exit code for it; what nobody foresaw keeps its stack. */
export function tell(trouble: unknown): 1 {
  if (trouble instanceof Trouble) console.error(`\n${trouble.khmer}\n${trouble.message}\n`);
  else console.error(trouble);
  return 1;
}

/** Runs a command's body: trouble is told, and the exit code says whether it went well. */
export async function run(body: () => unknown): Promise<void> {
  try {
    await body();
  } catch (trouble) {
    process.exitCode = tell(trouble);
  }
}
