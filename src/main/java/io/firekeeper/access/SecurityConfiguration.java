package io.firekeeper.access;

import io.firekeeper.faults.Message;
import io.firekeeper.identity.Permission;
import io.firekeeper.web.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Two ways in: API tokens for programs, without session and cookies, and sessions with
 * CSRF protection for people. Both refuse what nobody declared open.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String SESSION_COOKIE = "firekeeper_session";

	private final RouteRules rules;

	private final SignInNeeded signInNeeded;

	private final Problems problems;

	SecurityConfiguration(RouteRules rules, SignInNeeded signInNeeded, Problems problems) {
		this.rules = rules;
		this.signInNeeded = signInNeeded;
		this.problems = problems;
	}

	/**
	 * The session cookie: out of scripts' reach, not sent by foreign pages' forms, and
	 * only over HTTPS where the console is reached by it. Its name is our own because
	 * cookies are shared by all ports of a host.
	 */
	@Bean
	CookieSerializer sessionCookie() {
		DefaultCookieSerializer serializer = new DefaultCookieSerializer();
		serializer.setCookieName(SESSION_COOKIE);
		serializer.setUseHttpOnlyCookie(true);
		serializer.setSameSite("Lax");
		return serializer;
	}

	@Bean
	@Order(1)
	SecurityFilterChain tokenChain(HttpSecurity http, ActorDirectory actors) {
		return http.securityMatcher(BearerTokenFilter::carriesToken)
			.addFilterBefore(new BearerTokenFilter(actors, this.signInNeeded), AuthorizationFilter.class)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable())
			.logout((logout) -> logout.disable())
			.requestCache(RequestCacheConfigurer::disable)
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(this.signInNeeded)
				.accessDeniedHandler(accessDenied()))
			.authorizeHttpRequests((requests) -> {
				requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
				actuator(requests);
				requests.requestMatchers("/api/**", "/v3/api-docs/**").authenticated().anyRequest().denyAll();
			})
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain sessionChain(HttpSecurity http, SessionActors sessions) {
		return http.securityContext((context) -> context.securityContextRepository(sessions))
			.csrf((csrf) -> csrf.csrfTokenRepository(new CsrfTokens())
				.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
			.logout((logout) -> logout.disable())
			.requestCache(RequestCacheConfigurer::disable)
			.exceptionHandling((refusals) -> refusals.authenticationEntryPoint(this.signInNeeded)
				.accessDeniedHandler(accessDenied()))
			.authorizeHttpRequests((requests) -> {
				requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
				actuator(requests);
				requests.requestMatchers("/assets/**", "/favicon.ico").permitAll();
				requests.requestMatchers(this.rules::isOpen).permitAll().anyRequest().authenticated();
			})
			.build();
	}

	private static void actuator(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.requestMatchers(EndpointRequest.to("health")).permitAll();
		requests.requestMatchers(EndpointRequest.to("prometheus")).access(holding(Permission.READ));
		requests.requestMatchers(EndpointRequest.toAnyEndpoint()).denyAll();
		requests.requestMatchers(EndpointRequest.toLinks()).denyAll();
	}

	private static AuthorizationManager<RequestAuthorizationContext> holding(Permission permission) {
		return (authentication, context) -> new AuthorizationDecision(
				CurrentActor.of(authentication.get()).filter((actor) -> actor.may(permission)).isPresent());
	}

	/**
	 * A program's call without a session has nothing that a foreign page could ride on.
	 */
	private static boolean needsCsrfToken(HttpServletRequest request) {
		return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
				&& !(request.getRequestURI().startsWith(request.getContextPath() + "/api/")
						&& request.getSession(false) == null);
	}

	private AccessDeniedHandler accessDenied() {
		return (request, response, cause) -> {
			if (SignInNeeded.isProgram(request)) {
				this.problems.write(request, response, HttpStatus.FORBIDDEN,
						Message.of((cause instanceof CsrfException) ? "access.form-expired" : "access.no-such-page"));
			}
			else {
				response.sendError(HttpStatus.FORBIDDEN.value());
			}
		};
	}

}
