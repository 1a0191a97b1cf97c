// An entry of its own: nobody's first card records or plays a voice of a person.
export { VoiceIcon } from './controls/voice-icon.js';
export { VoiceNote } from './controls/voice-note.js';
export { VoiceRecorder } from './controls/voice-recorder.js';
export { VoiceRecording } from './controls/voice-recording.js';
