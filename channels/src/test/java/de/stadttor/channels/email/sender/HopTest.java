package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadttor.channels.email.mime.EntityReader;
import de.stadttor.channels.email.mime.Oddities;
import de.stadttor.channels.email.mime.Slice;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which the usual servers write down who connected. */
class HopTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        from mail.a.example (rdns.a.example [192.0.2.1]) by mx.stadt.example (Postfix) | 192.0.2.1 | mail.a.example
        from mail.a.example (unknown [IPv6:2001:db8::1]) by mx.stadt.example (Postfix) | 2001:db8::1 | mail.a.example
        from rdns.a.example ([192.0.2.1] helo=mail.a.example) by mx.stadt.example with esmtp (Exim) | 192.0.2.1 | mail.a.example
        from [192.0.2.1] (helo=mail.a.example) by mx.stadt.example with esmtp (Exim) | 192.0.2.1 | mail.a.example
        from unknown (HELO mail.a.example) (192.0.2.1) by mx.stadt.example with SMTP | 192.0.2.1 | mail.a.example
        from MAIL.A.EXAMPLE (192.0.2.1) by mx.stadt.example (10.0.0.2) with Microsoft SMTP Server | 192.0.2.1 | MAIL.A.EXAMPLE
        from mail.a.example (rdns.a.example [192.0.2.1] (may be forged)) by mx.stadt.example (8.17) | 192.0.2.1 | mail.a.example
        """)
    void readsWhoConnected(String received, String address, String helo) {
        String mail = "Return-Path: <x@a.example>\nReceived: " + received + "; Mon, 2 Feb 2026 10:15:00 +0100\n\n";
        Hop hop = Hop.of(
                EntityReader.message(Slice.ofLatin1(mail), new Oddities()).header(), Set.of("mx.stadt.example"));
        assertThat(hop).isEqualTo(new Hop(address, helo, "x@a.example"));
    }
}
