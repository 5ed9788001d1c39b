package dev.guidepost.examples.crm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a file character by character and refuses bytes that the encoding does not have, exactly
 * where they stand: all characters before them are given first.
 */
final class StrictDecoder implements Closeable {

  private static final int SIZE = 8192;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private boolean ended;

  /**
   * Starts decoding; a byte order mark is skipped.
   *
   * @param in the bytes; closed with this decoder
   * @param charset the encoding
   * @throws CharacterCodingException if the bytes start with the mark of UTF-8 and the encoding is
   *     another, or they start with bytes that the encoding does not have
   * @throws IOException if the bytes cannot be read
   */
  StrictDecoder(InputStream in, Charset charset) throws IOException {
    this.in = in;
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    refill();
    boolean utf8 =
        bytes.remaining() >= 3
            && (bytes.get(0) & 0xFF) == 0xEF
            && (bytes.get(1) & 0xFF) == 0xBB
            && (bytes.get(2) & 0xFF) == 0xBF;
    if (utf8 && !charset.equals(StandardCharsets.UTF_8)) {
      throw new CharacterCodingException();
    }
    int first = read();
    if (first != BYTE_ORDER_MARK && first >= 0) {
      chars.position(chars.position() - 1);
    }
  }

  /**
   * Returns the next character.
   *
   * @return the character, or -1 at the end
   * @throws CharacterCodingException if bytes that the encoding does not have stand here
   * @throws IOException if the bytes cannot be read
   */
  int read() throws IOException {
    while (!chars.hasRemaining()) {
      chars.clear();
      CoderResult result = decoder.decode(bytes, chars, ended);
      chars.flip();
      if (chars.hasRemaining()) {
        break;
      }
      if (result.isError()) {
        result.throwException();
      }
      if (ended) {
        return -1;
      }
      refill();
    }
    return chars.get();
  }

  private void refill() throws IOException {
    bytes.compact();
    int count = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
    ended = bytes.hasRemaining() && count < bytes.remaining();
    bytes.position(bytes.position() + count).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
