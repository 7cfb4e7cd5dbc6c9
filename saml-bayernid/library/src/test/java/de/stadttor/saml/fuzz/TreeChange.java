package de.stadttor.saml.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import de.stadttor.saml.testidp.answer.IdpXml;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Up to three moves in a tree, as the fuzzer says: the kind of thing that signature wrapping is made of. */
final class TreeChange {

    private static final int MOST_MOVES = 3;

    private TreeChange() {}

    static void of(Element top, FuzzedDataProvider data) {
        int moves = data.consumeInt(1, MOST_MOVES);
        for (int i = 0; i < moves; i++) {
            List<Element> elements = IdpXml.all(top, "*", "*");
            Element one = elements.get(data.consumeInt(0, elements.size() - 1));
            Element other = elements.get(data.consumeInt(0, elements.size() - 1));
            move(one, other, data);
        }
    }

    private static void move(Element one, Element other, FuzzedDataProvider data) {
        Node parent = one.getParentNode();
        switch (data.consumeInt(0, 5)) {
            case 0 -> one.setTextContent(text(data));
            case 1 -> changeAttribute(one, data);
            case 2 -> parent.removeChild(one);
            case 3 -> other.getParentNode().insertBefore(one.cloneNode(true), other);
            case 4 -> other.appendChild(one.cloneNode(true));
            default -> one.insertBefore(one.getOwnerDocument().createComment("cut"), one.getFirstChild());
        }
    }

    private static void changeAttribute(Element element, FuzzedDataProvider data) {
        var attributes = element.getAttributes();
        if (attributes.getLength() > 0) {
            var chosen = (Attr) attributes.item(data.consumeInt(0, attributes.getLength() - 1));
            chosen.setValue(text(data));
        }
    }

    /** Printable, for the test provider writes no XML that is none. */
    private static String text(FuzzedDataProvider data) {
        return data.consumeAsciiString(60).replaceAll("[^ -~]", "");
    }
}
