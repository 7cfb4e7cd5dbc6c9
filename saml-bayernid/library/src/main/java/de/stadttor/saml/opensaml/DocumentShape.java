package de.stadttor.saml.opensaml;

import de.stadttor.saml.outcome.Rejection;
import de.stadttor.saml.outcome.ResponseRefused;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;

/**
 * Check 3: one response, one assertion, each in its only place. Signature wrapping needs a second one somewhere, so its
 * absence is what the later checks stand on.
 */
public final class DocumentShape {

    /** Fails with {@link ResponseRefused}, naming every rule that is violated. */
    public void check(ParsedResponse parsed) {
        var root = parsed.message().getDOM();
        var violations = new TreeSet<String>();
        if (root == null || !XmlTree.isResponse(root) || !"2.0".equals(root.getAttribute("Version"))) {
            violations.add("root");
        } else {
            violations.addAll(envelopeViolations(root));
        }
        refuse(violations);
    }

    /** The same rules for what came out of decryption, which nobody but us has seen in the clear. */
    void checkAssertion(Element assertion) {
        var violations = new TreeSet<String>();
        List<Element> all = XmlTree.elements(assertion);
        if (!XmlTree.isAssertion(assertion) || !"2.0".equals(assertion.getAttribute("Version"))) {
            violations.add("assertion-root");
        }
        if (all.stream().skip(1).anyMatch(XmlTree::isMessageOrAssertion)) {
            violations.add("nested-assertion");
        }
        violations.addAll(commonViolations(all));
        refuse(violations);
    }

    private static Set<String> envelopeViolations(Element root) {
        List<Element> all = XmlTree.elements(root);
        List<Element> inner =
                all.stream().skip(1).filter(XmlTree::isMessageOrAssertion).toList();
        var violations = commonViolations(all);
        if (inner.stream().anyMatch(XmlTree::isResponse)) {
            violations.add("second-response");
        }
        if (inner.size() > 1) {
            violations.add("second-assertion");
        }
        if (inner.stream().anyMatch(each -> !root.isSameNode(each.getParentNode()))) {
            violations.add("misplaced-assertion");
        }
        return violations;
    }

    private static Set<String> commonViolations(List<Element> all) {
        var violations = new TreeSet<String>();
        if (XmlTree.hasDuplicateIds(all)) {
            violations.add("duplicate-id");
        }
        if (XmlTree.hasRelativeNamespace(all)) {
            violations.add("relative-namespace");
        }
        if (all.stream().filter(XmlTree::isSignature).anyMatch(DocumentShape::isMisplaced)) {
            violations.add("misplaced-signature");
        }
        return violations;
    }

    private static boolean isMisplaced(Element signature) {
        return !(signature.getParentNode() instanceof Element parent)
                || !(XmlTree.isResponse(parent) || XmlTree.isAssertion(parent));
    }

    private static void refuse(Set<String> violations) {
        if (!violations.isEmpty()) {
            throw new ResponseRefused(Rejection.SHAPE, List.copyOf(violations));
        }
    }
}
