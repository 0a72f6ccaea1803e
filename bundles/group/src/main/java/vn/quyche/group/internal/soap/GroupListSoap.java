package vn.quyche.group.internal.soap;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javax.jws.WebMethod;
import javax.jws.WebParam;
import javax.jws.WebResult;
import javax.jws.WebService;
import javax.jws.soap.SOAPBinding;
import vn.quyche.core.api.Page;
import vn.quyche.core.api.PageRequest;
import vn.quyche.core.api.directory.Directory;
import vn.quyche.core.api.directory.School;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.web.SoapCallers;
import vn.quyche.group.api.Groups;
import vn.quyche.group.api.ListedGroup;

/** The list of groups over SOAP. */
@WebService(
        name = "GroupList",
        targetNamespace = GroupListSoap.NAMESPACE,
        serviceName = "GroupListService",
        portName = "GroupListPort",
        wsdlLocation = "wsdl/group.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public final class GroupListSoap {

    static final String NAMESPACE = "urn:vn:quyche:group:v1";

    private final Groups groups;
    private final Directory directory;
    private final SoapCallers callers;

    GroupListSoap(Groups groups, Directory directory, SoapCallers callers) {
        this.groups = groups;
        this.directory = directory;
        this.callers = callers;
    }

    /** Gives a page of the list. */
    @WebMethod(operationName = "listGroups")
    @WebResult(name = "groupList", targetNamespace = NAMESPACE)
    public GroupListPage listGroups(@WebParam(name = "listGroups", targetNamespace = NAMESPACE) ListGroups request) {
        int size = request.size == null ? PageRequest.DEFAULT_SIZE : request.size;
        PageRequest asked = new PageRequest(size, Optional.ofNullable(request.after));
        Page<ListedGroup> page = request.day == null
                ? groups.collect(callers.current(), asked)
                : groups.collect(callers.current(), day(request.day), asked);
        School school = directory.school();
        GroupListPage answer = new GroupListPage();
        answer.schoolCode = school.code();
        answer.schoolName = school.name();
        page.items().forEach(group -> answer.group.add(GroupEntry.of(group)));
        answer.next = page.next().orElse(null);
        return answer;
    }

    /** A day of the contract; a time zone behind it changes nothing, for days are Vietnam's. */
    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day.strip(), DateTimeFormatter.ISO_DATE);
        } catch (DateTimeParseException e) {
            throw new Invalid("day", "core.bad-date");
        }
    }
}
