package de.stadttor.saml.opensaml;

import java.util.List;
import java.util.Set;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;

/**
 * The form of a signature, beyond what OpenSAML 4.0.1 looks at: it takes an empty reference, canonicalization that
 * keeps comments, and any method of canonicalizing {@code SignedInfo}.
 */
final class SignatureForm {

    private static final String DSIG = SignatureConstants.XMLSIG_NS;
    private static final List<String> ENVELOPED_THEN_EXCLUSIVE = List.of(
            SignatureConstants.TRANSFORM_ENVELOPED_SIGNATURE, SignatureConstants.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);

    /** SHA-256, SHA-384 and SHA-512 of nothing: what "void canonicalization" attacks make a verifier digest. */
    private static final Set<String> DIGESTS_OF_NOTHING = Set.of(
            "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
            "z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==");

    private SignatureForm() {}

    static boolean isPlain(Element signature) {
        var signed = (Element) signature.getParentNode();
        List<Element> references = all(signature, "Reference");
        return all(signature, "SignedInfo").size() == 1
                && all(signature, "Object").isEmpty()
                && all(signature, "Manifest").isEmpty()
                && references.size() == 1
                && covers(references.getFirst(), signed)
                && algorithms(signature, "CanonicalizationMethod")
                        .equals(List.of(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS))
                && algorithms(signature, "Transform").equals(ENVELOPED_THEN_EXCLUSIVE)
                && digestsSomething(signature);
    }

    private static boolean covers(Element reference, Element signed) {
        String id = signed.getAttribute("ID");
        return !id.isEmpty() && reference.getAttribute("URI").equals("#" + id);
    }

    private static boolean digestsSomething(Element signature) {
        return all(signature, "DigestValue").stream()
                .map(value -> value.getTextContent().replaceAll("\\s", ""))
                .noneMatch(DIGESTS_OF_NOTHING::contains);
    }

    private static List<String> algorithms(Element signature, String name) {
        return all(signature, name).stream()
                .map(element -> element.getAttribute("Algorithm"))
                .toList();
    }

    private static List<Element> all(Element signature, String name) {
        return XmlTree.named(signature, DSIG, name);
    }
}
