package vn.quyche.core.audit.internal.model;

import java.util.List;
import vn.quyche.core.api.audit.AuditTrail.Fault.Kind;

/**
 * Something wrong with the chain.
 *
 * @param number the place in the chain, 0 for a line that is not sealed yet
 * @param lineId the line, empty when it is missing
 * @param kind altered, removed or inserted
 * @param code the message key of the detail
 * @param args what fills the places of the message
 */
public record Finding(long number, String lineId, Kind kind, String code, List<Object> args) {

    static Finding altered(long number, String lineId, String code, Object... args) {
        return new Finding(number, lineId, Kind.ALTERED, code, List.of(args));
    }

    static Finding inserted(long number, String lineId) {
        return new Finding(number, lineId, Kind.INSERTED, "audit.fault.inserted", List.of(number));
    }

    static Finding removed(long first, long last) {
        return new Finding(first, "", Kind.REMOVED, "audit.fault.removed", List.of(first, last));
    }
}
