// jsdom leaves out what every browser has; arrays of bytes must be of one realm with the encoders.
const { TestEnvironment } = require('jest-environment-jsdom');

module.exports = class HostEnvironment extends TestEnvironment {
  #open = [];

  async setup() {
    await super.setup();
    Object.assign(this.global, { TextEncoder, TextDecoder, Uint8Array, ArrayBuffer });
    this.global.MessageChannel = this.#channels();
    Object.assign(this.global, { CompressionStream, DecompressionStream, Response, structuredClone });
  }

  async teardown() {
    for (const { port1 } of this.#open) port1.close();
    await super.teardown();
  }

  /** Channels that are closed with the page: in Node an open one keeps the process alive. */
  #channels() {
    const open = this.#open;
    return class extends MessageChannel {
      constructor() {
        super();
        open.push(this);
      }
    };
  }
};
