package vn.quyche.group.internal.service;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import vn.quyche.core.api.security.Permission;
import vn.quyche.core.api.security.Role;
import vn.quyche.core.api.security.spi.PermissionSource;

/** The permissions of the domain. */
@Component
public final class GroupPermissions implements PermissionSource {

    /** See all groups and their directives, but for sensitive ones. */
    public static final String READ = "group:read";
    /** See groups of the Party cell and the trade union too. */
    public static final String READ_SENSITIVE = "group:read-sensitive";
    /** Register, change and dissolve groups. */
    public static final String REGISTER = "group:register";
    /** Confirm who is in any group; leaders and administrators may for theirs. */
    public static final String SETTLE = "group:settle";
    /** Issue directives in the groups where one is leader, deputy or poster. */
    public static final String ISSUE = "group:issue";
    /** Receive directives: read, acknowledge, answer. */
    public static final String RECEIVE = "group:receive";
    /** See the receipts of every directive. */
    public static final String RECEIPTS = "group:receipts";
    /** Collect the list of groups, for systems of the superior authority. */
    public static final String COLLECT = "group:collect";

    /** Report violations and incidents, ask for changes, suggest; leaders handle what comes in their groups. */
    public static final String REPORT = "group:report";
    /** Oversee conduct in all groups, for the office. */
    public static final String CONDUCT = "group:conduct";
    /** Decide what leaders hand over. */
    public static final String JUDGE = "group:judge";

    /** Lay and lift legal holds on directives and export them, for the office; leaders may for their groups. */
    public static final String CUSTODY = "group:custody";
    /** Read the reports on inspections and when groups have to be inspected; leaders read the signed ones on theirs. */
    public static final String INSPECTIONS = "group:inspections";
    /** Inspect groups: write and sign reports. */
    public static final String INSPECT = "group:inspect";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.undelegable(READ_SENSITIVE, Role.PRINCIPAL),
                Permission.of(REGISTER, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(SETTLE, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(
                        ISSUE, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.UNIT_HEAD, Role.STAFF),
                Permission.undelegable(
                        RECEIVE,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD),
                Permission.of(RECEIPTS, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.undelegable(
                        REPORT,
                        Role.PRINCIPAL,
                        Role.VICE_PRINCIPAL,
                        Role.RECORDS_CLERK,
                        Role.UNIT_HEAD,
                        Role.STAFF,
                        Role.GUARD),
                Permission.of(CONDUCT, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(JUDGE, Role.PRINCIPAL),
                Permission.of(CUSTODY, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(INSPECTIONS, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK, Role.INSPECTOR),
                Permission.of(INSPECT, Role.PRINCIPAL, Role.VICE_PRINCIPAL, Role.RECORDS_CLERK),
                Permission.of(COLLECT, Role.SYSTEM_CLIENT, Role.INSPECTOR));
    }
}
