const FORMAT = 'deflate-raw';

/** Text in fewer bytes; done beside the main thread. */
export const pack = (text: string): Promise<ArrayBuffer> =>
  through(new CompressionStream(FORMAT), text).arrayBuffer();

export const unpack = (packed: ArrayBuffer): Promise<string> =>
  through(new DecompressionStream(FORMAT), packed).text();

const through = (stream: CompressionStream | DecompressionStream, data: BodyInit): Response =>
  new Response(new Response(data).body?.pipeThrough(stream));
