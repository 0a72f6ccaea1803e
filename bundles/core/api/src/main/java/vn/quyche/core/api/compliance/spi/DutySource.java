package vn.quyche.core.api.compliance.spi;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Declares duties that come again, for example to look into the mailbox four times a day. Register it as a service; the
 * duty engine lays each duty on the people once per period, also for periods in which the server did not run.
 */
@ConsumerType
public interface DutySource {

    /** The rules of the bundle; asked again on each run, so that they may follow parameters. */
    List<DutyRule> rules();
}
