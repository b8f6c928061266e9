package io.firekeeper.egress;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a new rule, as it was typed.
 *
 * @param cidr the addresses
 * @param ports a port or a range such as {@code 9090-9099}
 * @param scheme which scheme
 * @param note what it is for
 */
record RuleForm(String cidr, String ports, EgressRule.Scheme scheme, String note) {

	static final RuleForm EMPTY = new RuleForm("", "", EgressRule.Scheme.ANY, "");

	private static final Pattern PORTS = Pattern.compile("\\s*(\\d{1,5})\\s*(?:[-–]\\s*(\\d{1,5})\\s*)?");

	Opening opening() {
		Matcher form = PORTS.matcher(this.ports);
		int from = form.matches() ? Integer.parseInt(form.group(1)) : 0;
		int to = (form.matches() && form.group(2) != null) ? Integer.parseInt(form.group(2)) : from;
		return new Opening(this.cidr, from, to, this.scheme, this.note);
	}

}
