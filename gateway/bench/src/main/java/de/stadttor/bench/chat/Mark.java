package de.stadttor.bench.chat;

import tools.jackson.databind.JsonNode;

/**
 * What a message is known by, everywhere: the beginning of its text, and its client id.
 *
 * @param chat number of the chat, from 0
 * @param place in its chat; 0 opens it
 */
record Mark(int chat, int place) {

    private static final String REST = " Mein Ausweis wurde im Mai 2019 ausgestellt. Bis wann muss ich ihn verlängern?";

    static Mark of(String written) {
        String[] parts = written.split(" ", 2)[0].split("-", 2);
        return new Mark(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    static Mark inText(JsonNode frame) {
        return of(frame.path("text").asString());
    }

    String text() {
        return this + REST;
    }

    @Override
    public String toString() {
        return chat + "-" + place;
    }
}
