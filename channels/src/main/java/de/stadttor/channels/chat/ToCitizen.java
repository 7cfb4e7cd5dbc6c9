package de.stadttor.channels.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadttor.web.sockets.Frame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a citizen's window is told, as it stands in the contract. */
sealed interface ToCitizen extends Frame {

    record Opened(
            String clientId,
            String chat,
            String ticketNumber,
            @Nullable String accessUrl,
            String secret,
            long position,
            Instant at,
            @Nullable Instant expiresAt)
            implements ToCitizen {

        @Override
        public String type() {
            return "opened";
        }
    }

    record Resumed(
            String chat,
            String secret,
            long position,
            String state,
            @Nullable Instant expiresAt) implements ToCitizen {

        @Override
        public String type() {
            return "resumed";
        }
    }

    record Waiting(int place, @Nullable Long estimateSeconds) implements ToCitizen {

        @Override
        public String type() {
            return "waiting";
        }
    }

    record Unattended(String reason, String text, @Nullable Instant opensAt) implements ToCitizen {

        @Override
        public String type() {
            return "unattended";
        }
    }

    record Assigned(String name) implements ToCitizen {

        @Override
        public String type() {
            return "assigned";
        }
    }

    record Acknowledged(String clientId, long position, Instant at) implements ToCitizen {

        @Override
        public String type() {
            return "acknowledged";
        }
    }

    record Written(long position, String from, String text, Instant at, List<WrittenFile> files) implements ToCitizen {

        @Override
        public String type() {
            return "message";
        }
    }

    record WrittenFile(String name, String mediaType, long size) {}

    record Typing(boolean on) implements ToCitizen {

        @Override
        public String type() {
            return "typing";
        }
    }

    record Read(long position) implements ToCitizen {

        @Override
        public String type() {
            return "read";
        }
    }

    record Upload(String clientId, String url, String ticket, Instant expiresAt) implements ToCitizen {

        @Override
        public String type() {
            return "upload";
        }
    }

    record Transferred(String queue) implements ToCitizen {

        @Override
        public String type() {
            return "transferred";
        }
    }

    record Closed(String reason) implements ToCitizen {

        @Override
        public String type() {
            return "closed";
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    record Rated() implements ToCitizen {

        @Override
        public String type() {
            return "rated";
        }
    }

    record TranscriptPromised() implements ToCitizen {

        @Override
        public String type() {
            return "transcript";
        }
    }

    record Reauthenticate(Instant before) implements ToCitizen {

        @Override
        public String type() {
            return "authenticate";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(String code, String text, @Nullable String clientId) implements ToCitizen {

        @Override
        public String type() {
            return "error";
        }
    }

    record Pong() implements ToCitizen {

        @Override
        public String type() {
            return "pong";
        }
    }
}
