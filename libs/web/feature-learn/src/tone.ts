import type { StateTone } from './state-line.js';

/** Two short notes each: up when all is sent, level while something waits, down when the learner is needed. */
const NOTES: Record<StateTone, readonly [number, number]> = { good: [523, 784], wait: [523, 523], care: [523, 392] };
const NOTE_SECONDS = 0.14;

/** Plays the tone of a state, softly; a browser that has no sound, or allows none yet, stays silent. */
export async function playTone(tone: StateTone): Promise<void> {
  if (!('AudioContext' in globalThis)) return;
  const audio = new AudioContext();
  const volume = audio.createGain();
  volume.gain.value = 0.08;
  volume.connect(audio.destination);
  const notes = NOTES[tone].map((frequency, place) => {
    const note = audio.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume);
    note.start(audio.currentTime + place * NOTE_SECONDS * 1.5);
    note.stop(audio.currentTime + place * NOTE_SECONDS * 1.5 + NOTE_SECONDS);
    return note;
  });
  const ended = new Promise((resolve) => notes.at(-1)?.addEventListener('ended', resolve));
  // Where no tap has allowed sound yet, the notes would wait and all come at once later.
  const allowed = audio.state === 'running' || (await Promise.race([audio.resume().then(() => true), pause(500)]));
  if (allowed) await Promise.race([ended, pause(2_000)]);
  await audio.close();
}

const pause = (milliseconds: number): Promise<false> => new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));
