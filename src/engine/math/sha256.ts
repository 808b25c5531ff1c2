/** SHA-256 of a text's UTF-8 bytes, in small hexadecimal letters. Source: FIPS PUB 180-4 (2015), section 6.2. */
export function sha256(text: string): string {
  const length = utf8Length(text);
  const padded = new Uint8Array(Math.ceil((length + 9) / 64) * 64);
  writeUtf8(text, padded);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, (length * 8) >>> 0);

  const hash = Int32Array.from(startWords);
  const schedule = new Int32Array(64);
  for (let block = 0; block * 64 < padded.length; block++) {
    for (let t = 0; t < 16; t++) schedule[t] = view.getInt32(block * 64 + t * 4);
    digest(hash, schedule);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** One block: steps 1 to 4 of section 6.2.2. */
function digest(hash: Int32Array, w: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const before = w[t - 15];
    const near = w[t - 2];
    const small0 = rotate(before, 7) ^ rotate(before, 18) ^ (before >>> 3);
    const small1 = rotate(near, 17) ^ rotate(near, 19) ^ (near >>> 10);
    w[t] = (w[t - 16] + small0 + w[t - 7] + small1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = hash;
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + roundWords[t] + w[t]) | 0;
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (hash[i] += word));
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional parts of roots of the first primes: sections 4.2.2 and 5.3.3. */
const primes = firstPrimes(64);
const startWords = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const roundWords = Int32Array.from(primes.map((prime) => fraction(Math.cbrt(prime))));

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The engine has no TextEncoder: it belongs to hosts. A half of a surrogate pair becomes U+FFFD, as there. */
function pointAt(text: string, place: number): number {
  const unit = text.charCodeAt(place);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const point = text.codePointAt(place) as number;
  return point > 0xffff ? point : 0xfffd;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    const point = pointAt(text, place);
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (point > 0xffff) place++;
  }
  return length;
}

function writeUtf8(text: string, bytes: Uint8Array): void {
  let length = 0;
  for (let place = 0; place < text.length; place++) {
    const code = pointAt(text, place);
    if (code < 0x80) bytes[length++] = code;
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6);
      bytes[length++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12);
      bytes[length++] = 0x80 | ((code >> 6) & 63);
      bytes[length++] = 0x80 | (code & 63);
    } else {
      place++;
      bytes[length++] = 0xf0 | (code >> 18);
      bytes[length++] = 0x80 | ((code >> 12) & 63);
      bytes[length++] = 0x80 | ((code >> 6) & 63);
      bytes[length++] = 0x80 | (code & 63);
    }
  }
}
