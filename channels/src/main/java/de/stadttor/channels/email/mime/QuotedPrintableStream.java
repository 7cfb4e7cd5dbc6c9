package de.stadttor.channels.email.mime;

/** Quoted-printable (RFC 2045, 6.7): a wrong escape is kept as written, blanks before a line's end are dropped. */
final class QuotedPrintableStream extends ChunkStream {

    QuotedPrintableStream(Slice encoded) {
        super(new Escapes(encoded)::fill);
    }

    private static final class Escapes {

        private final Slice encoded;
        private int at;

        Escapes(Slice encoded) {
            this.encoded = encoded;
        }

        int fill(byte[] target) {
            int count = 0;
            while (count < target.length && at < encoded.length()) {
                byte b = encoded.at(at);
                if (b == '=') {
                    count = escape(target, count);
                } else if ((b == ' ' || b == '\t') && lineEndsAfterBlanks(at)) {
                    at++;
                } else {
                    target[count++] = b;
                    at++;
                }
            }
            return count;
        }

        private int escape(byte[] target, int count) {
            int high = digit(at + 1);
            int low = digit(at + 2);
            if (high >= 0 && low >= 0) {
                target[count] = (byte) (high << 4 | low);
                at += 3;
                return count + 1;
            }
            if (lineEndsAfterBlanks(at + 1)) {
                at = encoded.nextLine(at);
                return count;
            }
            target[count] = '=';
            at++;
            return count + 1;
        }

        private int digit(int index) {
            return index < encoded.length() ? Character.digit(encoded.at(index), 16) : -1;
        }

        private boolean lineEndsAfterBlanks(int start) {
            int i = start;
            while (i < encoded.length() && (encoded.at(i) == ' ' || encoded.at(i) == '\t')) {
                i++;
            }
            return i >= encoded.length() || encoded.at(i) == '\n' || encoded.at(i) == '\r';
        }
    }
}
