package de.stadttor.channels.email.sender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadttor.channels.email.sender.Dns.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;

/** Against a name server of a few lines on this machine. */
class NameServersTest {

    private DatagramSocket socket;
    private NameServers servers;

    @BeforeEach
    void startANameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
        resolver.setPort(socket.getLocalPort());
        resolver.setTimeout(Duration.ofMillis(300));
        servers = new NameServers(resolver);
    }

    @AfterEach
    void stopIt() {
        socket.close();
    }

    @Test
    void joinsALongTextThatWasSentInPieces() throws Exception {
        assertThat(servers.records("s1._domainkey.buerger.example", Type.TXT))
                .containsExactly("v=DKIM1; p=" + "A".repeat(300));
    }

    @Test
    void canBeGivenWithAPort() throws Exception {
        var named = NameServers.at("127.0.0.1:" + socket.getLocalPort());

        assertThat(named.records("post.example", Type.MX)).containsExactly("mx.post.example.");
    }

    @Test
    void findsMailServers() throws Exception {
        assertThat(servers.records("post.example", Type.MX)).containsExactly("mx.post.example.");
    }

    @Test
    void hasNothingToSayOfAnUnknownName() throws Exception {
        assertThat(servers.records("fehlt.example", Type.TXT)).isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        assertThatThrownBy(() -> servers.records("stumm.example", Type.TXT)).isInstanceOf(DnsUnavailable.class);
    }

    private void serve() {
        byte[] buffer = new byte[1_500];
        try {
            while (!socket.isClosed()) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                Message question = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                if (!question.getQuestion().getName().toString().startsWith("stumm")) {
                    byte[] answer = answer(question).toWire();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException closed) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private static Message answer(Message question) throws IOException {
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        Name name = question.getQuestion().getName();
        List<Record> records = records(name);
        records.forEach(record -> answer.addRecord(record, Section.ANSWER));
        answer.getHeader().setRcode(records.isEmpty() ? Rcode.NXDOMAIN : Rcode.NOERROR);
        return answer;
    }

    private static List<Record> records(Name name) throws IOException {
        return switch (name.toString()) {
            case "s1._domainkey.buerger.example." ->
                List.of(new TXTRecord(name, DClass.IN, 0, List.of("v=DKIM1; p=" + "A".repeat(200), "A".repeat(100))));
            case "post.example." -> List.of(new MXRecord(name, DClass.IN, 0, 10, new Name("mx.post.example.")));
            default -> List.of();
        };
    }
}
