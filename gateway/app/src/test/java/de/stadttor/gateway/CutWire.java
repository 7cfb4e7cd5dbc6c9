package de.stadttor.gateway;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;

/** The network between a page and its server, which can be cut and mended. */
final class CutWire {

    private record Line(WebSocketRoute page, WebSocketRoute server) {

        void drop() {
            page.close();
            server.close();
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private boolean cut;

    /** Must be there before the page is opened. */
    CutWire(Page page, String address) {
        page.routeWebSocket(address, this::connect);
    }

    private void connect(WebSocketRoute page) {
        if (cut) {
            page.close();
        } else {
            lines.add(new Line(page, page.connectToServer()));
        }
    }

    void cut() {
        cut = true;
        lines.forEach(Line::drop);
        lines.clear();
    }

    void mend() {
        cut = false;
    }
}
