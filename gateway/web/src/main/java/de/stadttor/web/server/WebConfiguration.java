package de.stadttor.web.server;

import de.stadttor.seals.SealMaker;
import de.stadttor.web.Cursors;
import de.stadttor.web.Limit;
import de.stadttor.web.PublicUrl;
import de.stadttor.web.SessionCookie;
import de.stadttor.web.WebSettings;
import de.stadttor.web.bodies.ContractArguments;
import de.stadttor.web.callers.CallerArguments;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** What every controller can rely on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration implements WebFluxConfigurer {

    private final CallerArguments callers;
    private final ContractArguments contracts;

    WebConfiguration(CallerArguments callers, ContractArguments contracts) {
        this.callers = callers;
        this.contracts = contracts;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(callers, contracts);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Limit.class, Limit::of);
    }

    /** Beans that the argument resolvers above need, and so must not wait for this class. */
    @Configuration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        PublicUrl publicUrl(WebSettings settings) {
            return new PublicUrl(URI.create(settings.publicUrl()));
        }

        @Bean
        SessionCookie sessionCookie(PublicUrl publicUrl) {
            return new SessionCookie(publicUrl);
        }

        @Bean
        Cursors cursors(SealMaker seals) {
            return new Cursors(seals.seal("cursors"));
        }
    }
}
