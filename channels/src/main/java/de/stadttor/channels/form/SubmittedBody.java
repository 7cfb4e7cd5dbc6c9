package de.stadttor.channels.form;

import de.stadttor.files.StoredFile;
import java.util.List;

/** A submission as it came in: the bytes of its JSON, and its files, already stored. */
public final class SubmittedBody {

    private final byte[] document;
    private final byte[] json;
    private final List<StoredFile> files;

    public SubmittedBody(byte[] json, List<StoredFile> files) {
        this(json, json, files);
    }

    private SubmittedBody(byte[] document, byte[] json, List<StoredFile> files) {
        this.document = document;
        this.json = json;
        this.files = List.copyOf(files);
    }

    /** The same, once it is known what it says as JSON. */
    SubmittedBody meaning(byte[] translated) {
        return new SubmittedBody(document, translated, files);
    }

    /** As it came, in whatever shape. */
    byte[] document() {
        return document;
    }

    /** What it says; as long as that is not known, as it came. */
    byte[] json() {
        return json;
    }

    List<StoredFile> files() {
        return files;
    }
}
