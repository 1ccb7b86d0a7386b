// jsdom leaves out what every browser has; arrays of bytes must be of one realm with the encoders.
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class HostEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { TextEncoder, TextDecoder, Uint8Array, ArrayBuffer, MessageChannel });
    Object.assign(this.global, { CompressionStream, DecompressionStream, Response, structuredClone });
  }
};
