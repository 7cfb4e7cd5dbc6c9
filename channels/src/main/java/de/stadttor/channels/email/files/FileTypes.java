package de.stadttor.channels.email.files;

import java.util.Set;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/** What a file is by its bytes and name (Apache Tika), for those whose sender did not say or did not tell the truth. */
final class FileTypes {

    /** Bytes at the beginning that are looked at. */
    static final int SAMPLE = 8 << 10;

    private static final Set<String> SAY_NOTHING = Set.of(
            "application/octet-stream",
            "application/x-octet-stream",
            "application/binary",
            "application/unknown",
            "application/x-unknown",
            "application/force-download",
            "application/download",
            "application/x-download",
            "application/x-unknown-content-type",
            "application/attachment",
            "application/file",
            "application/data",
            "application/save",
            "application/applefile-unknown",
            "unknown/unknown");
    private static final Set<String> PROGRAMS = Set.of(
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-elf",
            "application/x-executable",
            "application/x-sh",
            "application/java-archive",
            "application/x-mach-binary",
            "application/x-ms-shortcut",
            "application/x-bat",
            "application/x-msi",
            "application/vnd.microsoft.portable-executable");

    private FileTypes() {}

    /** Made only when a file must be looked at: its table of types takes a while to read. */
    private static final class Detector {
        private static final Tika TIKA = new Tika();
    }

    static boolean saysNothing(String declared) {
        return SAY_NOTHING.contains(declared);
    }

    static String find(byte[] beginning, @Nullable String name) {
        return name == null ? Detector.TIKA.detect(beginning) : Detector.TIKA.detect(beginning, name);
    }

    /** True for a program that was declared as something else. */
    static boolean isDisguisedProgram(String declared, byte[] beginning) {
        return !PROGRAMS.contains(declared) && isProgram(beginning);
    }

    private static boolean isProgram(byte[] beginning) {
        if (beginning.length < 4) {
            return false;
        }
        boolean windows = beginning[0] == 'M' && beginning[1] == 'Z';
        boolean unix = beginning[0] == 0x7f && beginning[1] == 'E' && beginning[2] == 'L' && beginning[3] == 'F';
        return (windows || unix) && PROGRAMS.contains(Detector.TIKA.detect(beginning));
    }
}
