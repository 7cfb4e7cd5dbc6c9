package de.stadttor.saml.testidp.answer;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * One way to break an answer: what is done differently at each step of making it. Steps run in the order of the
 * components.
 *
 * @param name says what is wrong, in lower case with hyphens
 * @param draft changes values
 * @param unsignedAssertion whether the assertion stays unsigned
 * @param signing changes how the assertion is signed
 * @param assertion changes the assertion after signing
 * @param response changes the response while its assertion is in the clear
 * @param encryption changes the encryption
 * @param signedResponse whether the finished response is signed as well
 * @param finished changes the finished response
 * @param text changes the text that is sent
 */
public record Attack(
        String name,
        UnaryOperator<AnswerDraft> draft,
        boolean unsignedAssertion,
        UnaryOperator<SigningPlan> signing,
        Consumer<Element> assertion,
        BiConsumer<Document, Workshop> response,
        UnaryOperator<EncryptionPlan> encryption,
        boolean signedResponse,
        BiConsumer<Document, Workshop> finished,
        UnaryOperator<String> text) {

    /** What the steps may use to forge convincingly: everything that needs no secret of the provider. */
    public interface Workshop {

        /** Encrypts every assertion of the document to the service provider, as anyone can. */
        void encrypt(Document document);

        /** Signs with a key the provider does not have. */
        void signWithForeignKey(Element element);
    }

    /** Nothing is wrong. */
    public static final Attack NONE = named("none");

    /** An attack without any steps yet. */
    public static Attack named(String name) {
        return new Attack(
                name,
                UnaryOperator.identity(),
                false,
                UnaryOperator.identity(),
                _ -> {},
                (_, _) -> {},
                UnaryOperator.identity(),
                false,
                (_, _) -> {},
                UnaryOperator.identity());
    }

    public Attack drafting(UnaryOperator<AnswerDraft> step) {
        return new Attack(
                name,
                step,
                unsignedAssertion,
                signing,
                assertion,
                response,
                encryption,
                signedResponse,
                finished,
                text);
    }

    public Attack unsigned() {
        return new Attack(name, draft, true, signing, assertion, response, encryption, signedResponse, finished, text);
    }

    public Attack signing(UnaryOperator<SigningPlan> step) {
        return new Attack(
                name, draft, unsignedAssertion, step, assertion, response, encryption, signedResponse, finished, text);
    }

    public Attack signingBy(IdpKey key) {
        return signing(plan -> plan.by(key));
    }

    public Attack changingAssertion(Consumer<Element> step) {
        return new Attack(
                name, draft, unsignedAssertion, signing, step, response, encryption, signedResponse, finished, text);
    }

    public Attack changingResponse(BiConsumer<Document, Workshop> step) {
        return new Attack(
                name, draft, unsignedAssertion, signing, assertion, step, encryption, signedResponse, finished, text);
    }

    public Attack encrypting(UnaryOperator<EncryptionPlan> step) {
        return new Attack(
                name, draft, unsignedAssertion, signing, assertion, response, step, signedResponse, finished, text);
    }

    public Attack signingResponse() {
        return new Attack(
                name, draft, unsignedAssertion, signing, assertion, response, encryption, true, finished, text);
    }

    public Attack finishing(BiConsumer<Document, Workshop> step) {
        return new Attack(
                name, draft, unsignedAssertion, signing, assertion, response, encryption, signedResponse, step, text);
    }

    public Attack writing(UnaryOperator<String> step) {
        return new Attack(
                name,
                draft,
                unsignedAssertion,
                signing,
                assertion,
                response,
                encryption,
                signedResponse,
                finished,
                step);
    }

    @Override
    public String toString() {
        return name;
    }
}
