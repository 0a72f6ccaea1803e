package vn.quyche.district.internal.soap;

import java.time.Clock;
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
import vn.quyche.core.api.VietnamTime;
import vn.quyche.core.api.error.Invalid;
import vn.quyche.core.api.web.SoapCallers;
import vn.quyche.district.api.ListedEntry;
import vn.quyche.district.api.PublishedLists;

/** The published list over SOAP. */
@WebService(
        name = "OfficialList",
        targetNamespace = OfficialListSoap.NAMESPACE,
        serviceName = "OfficialListService",
        portName = "OfficialListPort",
        wsdlLocation = "wsdl/district.wsdl")
@SOAPBinding(parameterStyle = SOAPBinding.ParameterStyle.BARE)
public final class OfficialListSoap {

    static final String NAMESPACE = "urn:vn:quyche:district:v1";

    private final PublishedLists lists;
    private final SoapCallers callers;
    private final Clock clock;

    OfficialListSoap(PublishedLists lists, SoapCallers callers, Clock clock) {
        this.lists = lists;
        this.callers = callers;
        this.clock = clock;
    }

    /** Gives a page of the list of a day. */
    @WebMethod(operationName = "listOfficialGroups")
    @WebResult(name = "officialGroups", targetNamespace = NAMESPACE)
    public OfficialGroupsPage listOfficialGroups(
            @WebParam(name = "listOfficialGroups", targetNamespace = NAMESPACE) ListOfficialGroups request) {
        int size = request.size == null ? PageRequest.DEFAULT_SIZE : request.size;
        LocalDate day = request.day == null ? VietnamTime.today(clock) : day(request.day);
        PublishedLists.Query query = new PublishedLists.Query(
                day, Optional.empty(), Optional.ofNullable(request.schoolCode).filter(code -> !code.isBlank()));
        Page<ListedEntry> page =
                lists.list(callers.current(), query, new PageRequest(size, Optional.ofNullable(request.after)));
        OfficialGroupsPage answer = new OfficialGroupsPage();
        answer.day = day.toString();
        page.items().forEach(entry -> answer.group.add(OfficialGroup.of(entry)));
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
