package vn.quyche.core.compliance.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import vn.quyche.core.compliance.internal.service.Standings;
import vn.quyche.core.security.shell.QuycheCommand;

/** Lets the evidence be counted again in the background. */
@Service
@Command(scope = "regulation", name = "standing-rebuild", description = "Đếm lại minh chứng của các điều khoản")
public final class RebuildStanding extends QuycheCommand {

    @Option(name = "--from", description = "Từ ngày, ví dụ 2026-09-05; không ghi thì từ đầu")
    private String from;

    @Reference
    private Standings standings;

    @Override
    protected void run() {
        standings.rebuild(caller(), ShowStanding.day("from", from).orElse(null));
        say(text("compliance.standing-rebuilding"));
    }
}
