package de.stadttor.channels.email.body;

import org.jsoup.nodes.Element;

/** The number before an item of an ordered list. */
final class ListNumber {

    private static final int LONGEST = 2_000;

    private ListNumber() {}

    static int of(Element item, Element list) {
        int number = whole(list.attr("start"), 1);
        int steps = 0;
        for (Element before = item.previousElementSibling(); before != null && steps < LONGEST; steps++) {
            number += before.normalName().equals("li") ? 1 : 0;
            before = before.previousElementSibling();
        }
        return whole(item.attr("value"), number);
    }

    private static int whole(String attribute, int otherwise) {
        return attribute.matches("\\d{1,6}") ? Integer.parseInt(attribute) : otherwise;
    }
}
