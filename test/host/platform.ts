/** The app's `Platform`: one object for all, set anew by every host. */
export const Platform = {
  isDesktop: true,
  isMobile: false,
  isDesktopApp: true,
  isMobileApp: false,
  isIosApp: false,
  isAndroidApp: false,
  isPhone: false,
  isTablet: false,
  isMacOS: false,
  isWin: false,
  isLinux: true,
  isSafari: false,
  resourcePathPrefix: 'app://vault/',
};

/** A host for phones is an Android one; body classes are those the app sets. */
export function setPlatform(isMobile: boolean): void {
  Object.assign(Platform, {
    isDesktop: !isMobile,
    isMobile,
    isDesktopApp: !isMobile,
    isMobileApp: isMobile,
    isAndroidApp: isMobile,
    isPhone: isMobile,
    isLinux: !isMobile,
    resourcePathPrefix: isMobile ? 'file:///' : 'app://vault/',
  });
  for (const name of ['is-mobile', 'is-phone', 'is-android']) document.body.classList.toggle(name, isMobile);
}
