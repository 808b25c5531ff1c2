const floatBits = new Float64Array(1);
const wordBits = new Uint32Array(floatBits.buffer);

/** cyrb53-style mixing (public domain, bryc) over two lanes with different seeds. */
export class CallHash {
  private h1 = 0xdeadbeef;
  private h2 = 0x41c6ce57;
  private h3 = 0x9e3779b9;
  private h4 = 0x243f6a88;

  add(value: unknown): void {
    if (Array.isArray(value)) {
      this.word(0x5b);
      this.word(value.length);
      for (const part of value) this.add(part);
    } else if (typeof value === "number") {
      floatBits[0] = value;
      this.word(0x6e);
      this.word(wordBits[0]);
      this.word(wordBits[1]);
    } else if (typeof value === "object" && value !== null) {
      this.text(`{${JSON.stringify(value)}`);
    } else {
      this.text(typeof value === "string" ? `"${value}` : String(value));
    }
  }

  /** A hash that goes on from here, so that what many have in common is read once. */
  fork(): CallHash {
    const fork = new CallHash();
    fork.h1 = this.h1;
    fork.h2 = this.h2;
    fork.h3 = this.h3;
    fork.h4 = this.h4;
    return fork;
  }

  /** Two independent whole numbers of 53 bits. */
  numbers(): readonly [number, number] {
    return [(this.h1 >>> 0) * 0x200000 + (this.h2 >>> 11), (this.h3 >>> 0) * 0x200000 + (this.h4 >>> 11)];
  }

  digest(): string {
    return [this.h1, this.h2, this.h3, this.h4].map((part) => (part >>> 0).toString(36)).join(".");
  }

  private text(value: string): void {
    this.word(value.length);
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i));
  }

  private word(bits: number): void {
    this.h1 = Math.imul(this.h1 ^ bits, 2654435761);
    this.h1 ^= this.h1 >>> 15;
    this.h2 = Math.imul(this.h2 ^ bits, 1597334677);
    this.h2 ^= this.h2 >>> 13;
    this.h3 = Math.imul(this.h3 + bits, 2246822507);
    this.h3 ^= this.h3 >>> 16;
    this.h4 = Math.imul(this.h4 + bits, 3266489909);
    this.h4 ^= this.h4 >>> 14;
  }
}
