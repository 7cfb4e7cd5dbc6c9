package de.stadttor.channels.phone;

import de.stadttor.calls.CallSettings;
import de.stadttor.channels.phone.masking.Masks;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PhoneSettings.class)
class PhoneWiring {

    @Bean
    CallSettings callSettings(PhoneSettings settings) {
        return new CallSettings(settings.queue(), settings.patience(), settings.keep());
    }

    @Bean
    PhoneNumbers phoneNumbers(PhoneSettings settings) {
        return new PhoneNumbers(settings.region());
    }

    @Bean
    CtiTokens ctiTokens(PhoneSettings settings) {
        return new CtiTokens(settings.cti().values());
    }

    @Bean
    Masking masking(PhoneSettings settings) {
        return new Masking(Masks.of(settings.masks(), settings.patterns()), settings.unsure());
    }
}
