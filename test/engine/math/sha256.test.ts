import { createHash } from "node:crypto";
import fc from "fast-check";
import { sha256 } from "../../../src/engine/math/sha256";

test.each([
  // FIPS 180-2, appendix B.1 and B.2; the empty text from NIST's test vectors for byte-oriented messages.
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
])("the published value of %j", (text, hash) => expect(sha256(text)).toBe(hash));

test("any text hashes as in Node's library", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
    }),
  );
});

test("lengths around the block of 64 bytes", () => {
  for (let length = 54; length < 130; length++) {
    const text = "x".repeat(length);
    expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
});
