package de.stadttor.web.callers;

import de.stadttor.people.Caseworker;
import de.stadttor.web.Api;
import de.stadttor.web.BadRequest;
import de.stadttor.web.limits.CallerLimit;
import de.stadttor.web.problems.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/** One filter chain to a door, each with its own audience; what is outside the doors is public. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class ApiSecurity {

    /** The secret in the body, or in the path, is the right. */
    private static final ServerWebExchangeMatcher SECRET = ServerWebExchangeMatchers.pathMatchers(
            HttpMethod.POST, "/api/citizen/v1/access", "/api/citizen/v1/objections", "/api/intake/v1/cti/*");

    /** Whoever brings a secret may still carry a session that is over; it must not stand in the way. */
    private static final ServerWebExchangeMatcher BUT_SECRET = new NegatedServerWebExchangeMatcher(SECRET);

    private static final ServerWebExchangeMatcher FORM =
            ServerWebExchangeMatchers.pathMatchers("/formular/*/definition", "/formular/*/submissions");

    private static final ServerWebExchangeMatcher BOOKING = ServerWebExchangeMatchers.pathMatchers(
            "/api/citizen/v1/availability",
            "/api/citizen/v1/services",
            "/api/citizen/v1/offices",
            "/api/citizen/v1/appointments/**",
            "/zms/**");

    /** Browsers send no header with a WebSocket: the token comes in the first frame. */
    private static final ServerWebExchangeMatcher SOCKET =
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/api/desk/v1/chats/socket");

    private final TokenAuthentication tokens;
    private final CallerLimit limit;
    private final ActingFor actingFor;
    private final ProblemWriter problems;

    ApiSecurity(TokenAuthentication tokens, CallerLimit limit, ActingFor actingFor, ProblemWriter problems) {
        this.actingFor = actingFor;
        this.tokens = tokens;
        this.limit = limit;
        this.problems = problems;
    }

    /** Appointments are for everybody, too: with a login or with the secret of each. */
    @Bean
    @Order(0)
    SecurityWebFilterChain bookingDoor(ServerHttpSecurity http, VisitorCredentials credentials) {
        return openDoor(http, BOOKING, credentials);
    }

    @Bean
    @Order(1)
    SecurityWebFilterChain intakeDoor(ServerHttpSecurity http, MachineCredentials credentials, SignedBodies bodies) {
        http.addFilterAfter(bodies::filter, SecurityWebFiltersOrder.AUTHENTICATION);
        return door(http, Api.INTAKE, credentials);
    }

    @Bean
    @Order(2)
    SecurityWebFilterChain deskDoor(ServerHttpSecurity http) {
        return door(http, Api.DESK, new ServerBearerTokenAuthenticationConverter());
    }

    @Bean
    @Order(3)
    SecurityWebFilterChain citizenDoor(ServerHttpSecurity http, CitizenCredentials credentials) {
        return door(http, Api.CITIZEN, credentials);
    }

    /** The pages of forms, which anybody may fill in. Who is logged in is known by it. */
    @Bean
    @Order(4)
    SecurityWebFilterChain formDoor(ServerHttpSecurity http, VisitorCredentials credentials) {
        return openDoor(http, FORM, credentials);
    }

    private SecurityWebFilterChain openDoor(
            ServerHttpSecurity http, ServerWebExchangeMatcher paths, VisitorCredentials credentials) {
        return plain(http)
                .securityMatcher(paths)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .addFilterAt(authentication(Api.CITIZEN, credentials), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(limit::filter, SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterBefore(actingFor::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    /** What goes on inside is for administrators; whether it goes on, for whoever asks. */
    @Bean
    @Order(50)
    SecurityWebFilterChain operationsDoor(ServerHttpSecurity http) {
        return plain(http)
                .securityMatcher(ServerWebExchangeMatchers.pathMatchers("/actuator/**"))
                .authorizeExchange(exchanges -> exchanges
                        .pathMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .anyExchange()
                        .access((caller, _) -> caller.map(ApiSecurity::administrates)))
                .addFilterAt(
                        authentication(Api.DESK, new ServerBearerTokenAuthenticationConverter()),
                        SecurityWebFiltersOrder.AUTHENTICATION)
                .build();
    }

    private static AuthorizationResult administrates(Authentication caller) {
        return new AuthorizationDecision(caller.getPrincipal() instanceof Caseworker caseworker
                && caseworker.roles().contains(Caseworker.Role.ADMIN));
    }

    /** Everything else: pages and contracts. */
    @Bean
    @Order(100)
    SecurityWebFilterChain outsideTheDoors(ServerHttpSecurity http) {
        return plain(http)
                .authorizeExchange(exchanges -> exchanges.anyExchange().permitAll())
                .build();
    }

    /**
     * Observing each security filter by itself would cost every request, and every open stream, more than the filters.
     */
    @Bean
    SecurityObservationSettings noneOfItObserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    ServerExchangeRejectedHandler firewallRefusals() {
        return (exchange, _) -> problems.write(exchange, new BadRequest(BadRequest.Reason.REJECTED, "request"));
    }

    private SecurityWebFilterChain door(ServerHttpSecurity http, Api api, ServerAuthenticationConverter credentials) {
        return plain(http)
                .securityMatcher(new PathPatternParserServerWebExchangeMatcher(api.path() + "**"))
                .authorizeExchange(exchanges -> exchanges
                        .matchers(SECRET, SOCKET)
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .addFilterAt(authentication(api, credentials), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(limit::filter, SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterBefore(actingFor::filter, SecurityWebFiltersOrder.AUTHORIZATION)
                .build();
    }

    private AuthenticationWebFilter authentication(Api api, ServerAuthenticationConverter credentials) {
        var byToken = tokens.forApi(api);
        var filter = new AuthenticationWebFilter((ReactiveAuthenticationManager) given ->
                given instanceof BearerTokenAuthenticationToken ? byToken.authenticate(given) : Mono.just(given));
        filter.setRequiresAuthenticationMatcher(BUT_SECRET);
        filter.setServerAuthenticationConverter(credentials);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(refuse());
        return filter;
    }

    private ServerAuthenticationFailureHandler refuse() {
        return (exchange, failure) -> problems.write(exchange.getExchange(), failure);
    }

    /** Our own filter decides about caching; everything else keeps the framework's strict headers. */
    private ServerHttpSecurity plain(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .headers(headers -> headers.cache(HeaderSpec.CacheSpec::disable))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(problems::write).accessDeniedHandler(problems::write));
    }
}
