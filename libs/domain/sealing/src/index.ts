export { base64url, hex, sameBytes, unbase64url, type Bytes } from './bytes.js';
export {
  canonicalJson,
  courseFileHead,
  fileHead,
  isServersManifest,
  readCourseFile,
  signManifest,
  type CourseFile,
  type CourseFileFault,
  type EnclosedFile,
  type Pieces,
  type SignedManifest,
} from './course-file.js';
export {
  makeSealingKeys,
  makeSigningKeys,
  nameOfKey,
  readPrivateKey,
  readPublicKey,
  writePrivateKey,
  type Key,
  type KeyPair,
  type ServerKeys,
} from './keys.js';
export { letterOf, readLetter } from './letter.js';
export {
  EVENTS_A_PACKET,
  makePacket,
  openPacket,
  PACKET_BYTES,
  readPacketCover,
  type OpenedPacket,
  type PacketContent,
  type PacketCover,
  type PacketFault,
} from './packet.js';
export { deviceOfReceipt, readReceipt, RECEIPT_BYTES, signReceipt, type Receipt, type ReceiptContent } from './receipt.js';
export { CODES_A_SERIES, SeriesReader, seriesOf, type SeriesStanding } from './series.js';
export { openSecret, sealSecret } from './secret.js';
