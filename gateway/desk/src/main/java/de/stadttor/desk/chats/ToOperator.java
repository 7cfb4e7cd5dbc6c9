package de.stadttor.desk.chats;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.stadttor.web.sockets.Frame;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operator's window is told, as it stands in the contract. */
sealed interface ToOperator extends Frame {

    record Known(String subject, String name, String state, int capacity, List<String> queues, boolean supervisor)
            implements ToOperator {

        @Override
        public String type() {
            return "operator";
        }
    }

    record Offered(String chat, String ticket, String queue, String language, Instant since, Instant until)
            implements ToOperator {

        @Override
        public String type() {
            return "offered";
        }
    }

    record Withdrawn(String chat) implements ToOperator {

        @Override
        public String type() {
            return "withdrawn";
        }
    }

    record Assigned(
            String chat,
            String ticket,
            String ticketNumber,
            String subject,
            @Nullable String name,
            String queue,
            String language,
            Instant since,
            boolean citizenHere,
            long citizenRead)
            implements ToOperator {

        @Override
        public String type() {
            return "assigned";
        }
    }

    record Written(String chat, long position, String from, String text, Instant at, List<WrittenFile> files)
            implements ToOperator {

        @Override
        public String type() {
            return "message";
        }
    }

    record WrittenFile(String name, String mediaType, long size) {}

    record Acknowledged(String chat, String clientId, long position, Instant at) implements ToOperator {

        @Override
        public String type() {
            return "acknowledged";
        }
    }

    record Typing(String chat, boolean on) implements ToOperator {

        @Override
        public String type() {
            return "typing";
        }
    }

    record Read(String chat, long position) implements ToOperator {

        @Override
        public String type() {
            return "read";
        }
    }

    record Transferred(String chat) implements ToOperator {

        @Override
        public String type() {
            return "transferred";
        }
    }

    /** @param chat null for the connection itself */
    record Closed(@Nullable String chat, String reason) implements ToOperator {

        @Override
        public String type() {
            return "closed";
        }

        @Override
        public boolean last() {
            return chat == null;
        }
    }

    record Overview(String queue, List<ChatInView> waiting, List<ChatInView> running, List<OperatorInView> operators)
            implements ToOperator {

        @Override
        public String type() {
            return "overview";
        }
    }

    record ChatInView(String chat, Instant since, @Nullable String operator) {}

    record OperatorInView(String subject, String name, String state, int capacity, int busy) {}

    record Reauthenticate(Instant before) implements ToOperator {

        @Override
        public String type() {
            return "authenticate";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String code,
            String text,
            @Nullable String clientId,
            @Nullable String chat) implements ToOperator {

        @Override
        public String type() {
            return "error";
        }
    }

    record Pong() implements ToOperator {

        @Override
        public String type() {
            return "pong";
        }
    }
}
