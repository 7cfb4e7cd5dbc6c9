package de.stadttor.channels.form;

import de.stadttor.files.StoredFile;
import java.util.List;

/** A submission as it came in: the bytes of its JSON, and its files, already stored. */
public final class SubmittedBody {

    private final byte[] json;
    private final List<StoredFile> files;

    public SubmittedBody(byte[] json, List<StoredFile> files) {
        this.json = json;
        this.files = List.copyOf(files);
    }

    byte[] json() {
        return json;
    }

    List<StoredFile> files() {
        return files;
    }
}
