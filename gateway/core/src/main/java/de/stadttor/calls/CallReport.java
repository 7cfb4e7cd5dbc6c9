package de.stadttor.calls;

import org.jspecify.annotations.Nullable;

/** What a call centre tells. */
public sealed interface CallReport {

    CallId call();

    /** Something happened. */
    record Happened(
            CallId call,
            CallEvent event,
            @Nullable Consent consent,
            @Nullable Recording recording) implements CallReport {}

    /**
     * Something was said.
     *
     * @param piece null when this only tells how many there are
     * @param lastPiece number of the last piece; null while that is unknown
     */
    record Said(
            CallId call,
            @Nullable Piece piece,
            @Nullable Integer lastPiece,
            @Nullable Consent consent,
            @Nullable Recording recording)
            implements CallReport {}

    /** Nothing more came for as long as one waits. */
    record Silence(CallId call) implements CallReport {}
}
