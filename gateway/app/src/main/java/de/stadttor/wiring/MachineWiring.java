package de.stadttor.wiring;

import de.stadttor.logins.SpentAssertions;
import de.stadttor.machines.ClientAdministration;
import de.stadttor.machines.IntakeClients;
import de.stadttor.machines.RecognizedClients;
import de.stadttor.machines.SharedKeys;
import de.stadttor.seals.SealMaker;
import de.stadttor.seals.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MachineWiring {

    @Bean
    SharedKeys sharedKeys(SealMaker seals) {
        return new SharedKeys(new Vault(seals.seal("intake-clients")), new SecureRandom());
    }

    @Bean
    RecognizedClients recognizedClients(IntakeClients clients, SharedKeys keys, SpentAssertions spent, Clock clock) {
        return new RecognizedClients(clients, keys, spent, clock);
    }

    @Bean
    ClientAdministration clientAdministration(IntakeClients clients, SharedKeys keys) {
        return new ClientAdministration(clients, keys);
    }
}
