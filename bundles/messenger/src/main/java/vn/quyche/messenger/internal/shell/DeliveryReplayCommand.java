package vn.quyche.messenger.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.security.shell.QuycheCommand;
import vn.quyche.messenger.api.Traffic;

/** Sends a delivery again that was given up. */
@Service
@Command(scope = "messenger", name = "delivery-replay", description = "Gửi lại tin đã bỏ")
public final class DeliveryReplayCommand extends QuycheCommand {

    @Argument(name = "id", description = "Mã", required = true)
    private String id;

    @Reference
    private Traffic service;

    @Override
    protected void run() {
        service.replay(caller(), id);
        say(text("messenger.replayed"));
    }
}
