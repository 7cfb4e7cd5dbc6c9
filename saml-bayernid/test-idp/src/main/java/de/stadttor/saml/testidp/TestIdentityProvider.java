package de.stadttor.saml.testidp;

import de.stadttor.saml.testidp.answer.AnswerMaker;
import de.stadttor.saml.testidp.answer.Failure;
import de.stadttor.saml.testidp.answer.IdpKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/**
 * The provider itself, without HTTP: reads requests, answers for people, describes itself. All methods burn CPU, so
 * they do not belong on an event loop.
 */
public final class TestIdentityProvider {

    private final URI address;
    private final Clock clock;
    private final RequestReader reader;
    private volatile IdpKey key;
    private volatile List<IdpKey> published;
    private volatile Conduct conduct = Conduct.HONEST;

    /**
     * A provider that behaves.
     *
     * @param address where it is reached, without a slash at the end; the entity id is the same
     */
    public TestIdentityProvider(URI address, IdpKey key, ServiceProviders senders, Clock clock) {
        this.address = address;
        this.clock = clock;
        this.key = key;
        published = List.of(key);
        reader = new RequestReader(senders, URI.create(address + "/sso"), clock);
    }

    /** Our metadata, with every published key. */
    public String metadata() {
        return ProviderMetadata.write(address, published);
    }

    /** Reads a request, or fails with {@link RequestRefused}. */
    public LoginRequest read(IncomingRequest incoming) {
        return reader.read(incoming);
    }

    /** Answers that a person logged in, or why they could not. */
    public Answer login(LoginRequest request, String relayState, Person person, LoginMeans means) {
        var draft = LoginDraft.of(address, request, person, means, clock.instant());
        Level reached = means.levelFor(person);
        if (!reached.isAtLeast(request.level()) || !request.means().contains(means.wire())) {
            return refuse(request, relayState, Failure.LEVEL_UNAVAILABLE);
        }
        List<String> missing = LoginDraft.missing(draft, request);
        if (!missing.isEmpty()) {
            return refuse(request, relayState, Failure.missing(missing, request.statusDetail()));
        }
        String xml = new AnswerMaker(key)
                .success(draft, request.sender().encryption(), conduct.encrypted(), conduct.attack());
        return answer(request, relayState, xml);
    }

    /** Answers that there is no login. */
    public Answer refuse(LoginRequest request, String relayState, Failure failure) {
        var draft = LoginDraft.envelope(address, request, clock.instant());
        return answer(request, relayState, new AnswerMaker(key).failure(draft, failure));
    }

    public Conduct conduct() {
        return conduct;
    }

    /** Changes the behaviour from the next answer on. */
    public void behave(Conduct newConduct) {
        conduct = newConduct;
    }

    /** Publishes another key beside the present one, as before a rollover. */
    public void announce(IdpKey next) {
        published = List.of(key, next);
    }

    /** Signs with another key from now on and publishes only that one. */
    public void rollTo(IdpKey next) {
        key = next;
        published = List.of(next);
    }

    private static Answer answer(LoginRequest request, String relayState, String xml) {
        String encoded = Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
        return new Answer(request.consumer(), encoded, relayState);
    }
}
