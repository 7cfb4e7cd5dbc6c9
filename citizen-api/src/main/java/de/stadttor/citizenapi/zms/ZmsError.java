package de.stadttor.citizenapi.zms;

import java.util.List;

/** A request that is wrong in ways that clients know by their codes. */
final class ZmsError extends RuntimeException {

    private final transient List<ZmsCode> codes;

    ZmsError(List<ZmsCode> codes) {
        super(codes.toString(), null, false, false);
        this.codes = List.copyOf(codes);
    }

    ZmsError(ZmsCode code) {
        this(List.of(code));
    }

    List<ZmsCode> codes() {
        return codes;
    }
}
