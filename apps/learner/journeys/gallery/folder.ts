import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { course } from './course.js';

const SCENE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 180"><rect width="328" height="180" fill="#e4f1ec"/><path d="M30 160V90l50-36 50 36v70z" fill="#0f5c4d"/><circle cx="250" cy="60" r="40" fill="#f2b233"/></svg>`;
const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:02.000\nព្រះអាទិត្យរះឡើង។\n';

/** Records a sound or a moving picture with the browser's own recorder, as a trainer's browser would. */
function record(page: Page, what: 'sound' | 'picture', size = 96): Promise<number[]> {
  return page.evaluate(
    async ({ what, size }) => {
      const tone = new AudioContext();
      const speaker = tone.createMediaStreamDestination();
      const voice = tone.createOscillator();
      voice.connect(speaker);
      voice.start();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const pen = canvas.getContext('2d');
      const stream = what === 'sound' ? speaker.stream : canvas.captureStream(10);
      const recorder = new MediaRecorder(stream, { mimeType: what === 'sound' ? 'audio/webm;codecs=opus' : 'video/webm;codecs=vp8' });
      const parts: Blob[] = [];
      recorder.ondataavailable = ({ data }) => parts.push(data);
      const stopped = new Promise((resolve) => (recorder.onstop = resolve));
      recorder.start();
      for (let frame = 0; frame < 12; frame++) {
        if (pen) pen.fillStyle = frame % 2 ? '#f2b233' : '#0f5c4d';
        pen?.fillRect(0, 0, size, size);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      recorder.stop();
      await stopped;
      return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
    },
    { what, size },
  );
}

/** Writes the course of every kind as a course folder, in the form in which authors keep theirs. */
export async function writeGallery(courses: string, page: Page): Promise<void> {
  const write = (name: string, content: string | Uint8Array): void => {
    const file = path.join(courses, course.slug, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  };
  const named = {
    ...course,
    ...Object.fromEntries((['lessons', 'practices', 'quizzes'] as const).map((part) => [part, course[part].map(({ id }) => id)])),
  };
  write('course.json', JSON.stringify(named));
  for (const part of ['lessons', 'practices', 'quizzes'] as const)
    for (const one of course[part]) write(`${part}/${one.id}.json`, JSON.stringify(one));
  write('pictures/scene.svg', SCENE);
  write('videos/clip.vtt', CAPTIONS);
  for (const sound of ['card', 'word']) write(`sounds/${sound}.webm`, Uint8Array.from(await record(page, 'sound')));
  for (const [name, size] of [
    ['clip-360', 128],
    ['clip-240', 64],
  ] as const)
    write(`videos/${name}.webm`, Uint8Array.from(await record(page, 'picture', size)));
}
