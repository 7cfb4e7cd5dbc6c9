package de.stadttor.web.sockets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** Something that we send: one JSON object whose {@code type} says what it is. */
@JsonPropertyOrder("type")
public interface Frame {

    @JsonProperty("type")
    String type();

    /** Whether nothing comes after it, so that the connection is closed. */
    @JsonIgnore
    default boolean last() {
        return false;
    }
}
